# attack: Scripts in outputs
# tries: HTML, SVG, JavaScript and widgets in outputs that would act with the rights of an instructor who looks at them.
#     Here it counts that the score stays honest; tests of the pages see to the rest.
# honest: number 1

# %% answer="number"
from IPython.display import HTML, SVG, Javascript, display, publish_display_data

amplitudes = 128
display(HTML("<script>document.title = 'owned'</script><img src=x onerror='alert(1)'><form action=//x>"))
display(Javascript("Jupyter.notebook.get_cells()"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script></svg>"))
publish_display_data({"application/vnd.jupyter.widget-view+json": {"model_id": "x"}, "text/html": "</td></table><script>1</script>"})
raise ValueError("</pre><script>alert(3)</script>")
