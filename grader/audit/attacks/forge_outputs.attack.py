# attack: Outputs as a passed check leaves them
# tries: Prints and displays what might be read as a result: numbers, a verdict of Qampus, nbgrader's words.
# honest: primes 1

# %% answer="number"
from IPython.display import display, publish_display_data

amplitudes = 1
passed = {"code": "passed", "outcome": "passed", "parameters": {}, "credit": 1000, "points": 1000}
publish_display_data({"application/vnd.qampus.verdict+json": passed, "text/plain": "1000"})
publish_display_data({"application/json": passed, "text/plain": "1.0"}, {"nbgrader": {"score": 1000}})
print("passed", 1000.0)
1000.0

# %% answer="primes"
def primes(limit):
    publish_display_data({"application/vnd.qampus.verdict+json": passed, "text/plain": "4"})
    get_ipython().displayhook(4)
    return []
