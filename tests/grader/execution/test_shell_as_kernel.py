"""Each notebook runs in a real kernel driven by nbclient, and in a fork's `NotebookShell`: the outputs are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.bench.notebook_ways import Forking, Plain
from grader.bench.shells import normal

NOTEBOOKS = {
    "streams": [
        "import os, subprocess, sys, threading, time",
        "print('a'); print('b', file=sys.stderr); print('c')",
        "print('x', flush=True); print('e', file=sys.stderr, flush=True); print('y')",
        "print('one'); time.sleep(0.5); print('two', file=sys.stderr); time.sleep(0.5); print('three')",
        "os.system('echo from a program'); time.sleep(0.1); print('after')",
        "subprocess.run(['sh', '-c', 'echo out; echo err >&2']).returncode",
        "os.write(1, b'bytes \\xff\\n');",
        "os.write(2, b'error bytes\\n');",
        "subprocess.run('echo lost', shell=True, stdout=sys.stdout).returncode",
        "!echo shell; echo error >&2",
        "taken = !echo taken\ntaken",
        "!exit 3\n_exit_code",
        "%%bash\necho bash\necho bash error >&2",
        "sys.stdout.write('no newline')",
        "print('50%\\r100%\\b')",
        "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.name, hasattr(sys.stdout, 'buffer'), sys.stdout.closed",
        "sys.stdout.write(3)",
        "t = threading.Thread(target=print, args=('from a thread',)); t.start(); t.join()",
        "import logging; logging.warning('careful')",
        "import warnings; warnings.warn('careful')",
        "def old():\n    warnings.warn('old', DeprecationWarning, stacklevel=2)\nold()",
        "print('kanji 量子 π'); print('🐍')",
        "print(sys.stdin.read() == '')",
    ],
    "displays": [
        "from IPython.display import *\nimport base64, math",
        "display(1, 'two'); print('between'); display([3])",
        "display(HTML('<b>b</b>'), Latex('$x$'), Markdown('*m*'), "
        "SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>'))",
        "PNG = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEA"
        "AAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
        "+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==')\nImage(PNG, width=20)",
        "display({'image/png': PNG, 'text/plain': 'raw bytes'}, raw=True)",
        "display({'application/json': {'a': [1, 2.5, None, (3, 4)], 5: True}, 'text/plain': 'x'}, raw=True)",
        "JSON({'a': 1}), Math('x')",
        "Math('x')",
        "class Rich:\n    def _repr_html_(self): return '<i>rich</i>'\n    def __repr__(self): return 'rich'\nRich()",
        "class Bundle:\n    def _repr_mimebundle_(self, include=None, exclude=None):\n"
        "        return {'text/plain': 'b', 'application/x.y+json': {'k': 1}}, "
        "{'text/plain': {'isolated': True}}\nBundle()",
        "class Broken:\n    def _repr_html_(self): raise ValueError('no html')\n"
        "    def __repr__(self): return 'broken'\nBroken()",
        "class Worse:\n    def __repr__(self): raise ValueError('no text')\nWorse()",
        "class Shown:\n    def _ipython_display_(self): display('shown by itself')\nShown()",
        "handle = display('first', display_id='here'); display('other')",
        "update_display('second', display_id='here'); print('updated')",
        "handle.update(HTML('<p>third</p>'))",
        "display('fourth', display_id='here')",
        "print('gone'); display('gone'); clear_output(); print('stays')",
        "for i in range(3):\n    clear_output(wait=True)\n    print(i)",
        "print('kept'); clear_output(wait=True)",
        "display('live', display_id='cell'); update_display('changed', display_id='cell')\n"
        "clear_output(); display('new', display_id='cell')",
        "update_display('again', display_id='cell'); update_display('nowhere', display_id='nobody')",
        "display('x' * 3, metadata={'text/plain': {'k': 1}})",
        "display({'text/plain': 'x'}, raw=True, transient={'display_id': 7})",
        "display(3, include=['text/html'])",
        "display({'application/json': object()}, raw=True)",
        "display('plain', raw=True)",
        "display({'application/json': {'nan': [1.0]}}, raw=True)",
        "get_ipython().display_pub.publish({'text/plain': 'published'}, metadata={'a': 1})",
    ],
    "results": [
        "1 + 1",
        "_ + 1",
        "_, __, Out, In[1], _i, _ii, _1",
        "'hidden';",
        "x = 5",
        "None",
        "x\nx + 1",
        "if True:\n    x",
        "get_ipython().ast_node_interactivity = 'all'",
        "x\nx + 1",
        "get_ipython().ast_node_interactivity = 'last_expr_or_assign'\ny = 7",
        "get_ipython().ast_node_interactivity = 'last_expr'",
        "[list(range(50))] * 3",
        "{'a': {1, 2}, 'b': (3,)}",
        "print",
        "__name__, __import__('sys').modules['__main__'].x, 'display' in dir(__import__('builtins'))",
        "import pickle\nclass Here: pass\ntype(pickle.loads(pickle.dumps(Here()))) is Here",
        "type(get_ipython()).__name__, 'IPKernelApp' in get_ipython().config",
        "_oh[1], len(_ih), sorted(n for n in dir() if not n.startswith('_'))",
        "_ = 'mine'",
        "99",
        "_",
        "x?",
        "len??",
        "%precision 2\n3.14159",
        "",
        "# only a comment",
        "   ",
        "get_ipython().execution_count",
    ],
    "errors": [
        "1 / 0",
        "def f(n):\n    return 1 / n\n\ndef g():\n    f(0)\n\ng()",
        "def f(:",
        "  indented",
        "x = (1,\n",
        "import json; json.loads('{')",
        "nobody",
        "raise KeyboardInterrupt",
        "import sys; sys.exit('enough')",
        "sys.exit(3)",
        "raise SystemExit",
        "try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError('second') from error",
        "raise ExceptionGroup('several', [ValueError(1), TypeError(2)])",
        "assert 1 == 2, 'not equal'",
        "print('before'); raise ValueError('multi\\nline')",
        "class Own(Exception):\n    def _render_traceback_(self): return ['own line', 'second line']\nraise Own('own')",
        "class Mute(Exception):\n    def __str__(self): raise ValueError('no text')\nraise Mute",
        "%nosuchmagic",
        "%%nosuchcell\nx",
        "%tb",
        "eval('1 +')",
        "exec('def broken(:')",
        "raise BaseException('base')",
        "class E(Exception): pass\nE.__name__ = 'Renamed'\nraise E('x')",
        "get_ipython().showtraceback()",
        "try:\n    1 / 0\nexcept ZeroDivisionError:\n    get_ipython().showtraceback()\nprint('goes on')",
        "from grader.checks import assert_close\nassert_close(1.0, 2.0)",
        "import os, signal; os.kill(os.getpid(), signal.SIGINT)",
        "from IPython.core.error import UsageError\nraise UsageError('not so')",
        "def h():\n    yield 1\n    raise StopIteration\nlist(h())",
        "raise Exception()",
        "get_ipython().set_custom_exc((ValueError,), lambda s, t, v, tb, tb_offset=None: print('custom', v))",
        "raise ValueError('caught')",
        "def deco(): pass\nreturn 5",
    ],
    "magics": [
        "%time sum(range(10))",
        "%%time\nprint('timed')",
        "%timeit -n1 -r1 pass",
        "%%timeit -n1 -r1\npass",
        "%%capture taken\nprint('captured'); import sys; print('err', file=sys.stderr); 5",
        "taken.stdout, taken.stderr, len(taken.outputs)",
        "taken()",
        "%matplotlib inline",
        "%matplotlib --list",
        "x = 1; text = 'a'",
        "%who",
        "%whos",
        "%who_ls",
        "%pwd\n1",
        "%cd -q /\n%pwd",
        "%cd -q -",
        "%env QAMPUS_TEST=1",
        "import os; os.environ['QAMPUS_TEST'], os.environ['TERM'], os.environ['PAGER']",
        "%%writefile ran.py\nprint('ran', __name__)\nz = 4",
        "%run ran.py\nz",
        "%history -n 1-3",
        "%%html\n<b>html</b>",
        "%%latex\n$x$",
        "%%javascript\n1",
        "%alias hello echo hello %s",
        "%hello there",
        "%%python\nprint('another python')",
        "%xmode Plain",
        "1 / 0",
        "%xmode Minimal",
        "1 / 0",
        "%xmode Context",
        "%autoawait",
        "%config InlineBackend.figure_format",
        "%load_ext nosuchextension",
        "%prun -q pass",
        "%store x",
        "del x\n%store -r x\nx",
        "%macro m 10\nm",
        "%rerun 1",
        "%%script sh\necho script",
        "%sx echo listed",
        "%psource len",
        "%pinfo len",
        "%less /nosuchfile",
        "%%file",
        "%gui asyncio",
        "%reset -f\n'x' in globals()",
        "1",
    ],
    "asynchronous": [
        "import asyncio, contextvars, decimal\nseen = []",
        "await asyncio.sleep(0.01, 'slept')",
        "async def work(n):\n    for i in range(n):\n        seen.append(i); print('task', i)\n"
        "        await asyncio.sleep(0.01)\n    return 'done'",
        "task = asyncio.create_task(work(3))",
        "await task, seen",
        "later = asyncio.create_task(work(2)); await asyncio.sleep(0)",
        "import time; time.sleep(0.1); print('meanwhile')",
        "await asyncio.sleep(0.2); later.done()",
        "async def numbers():\n    yield 1\n    yield 2\nasync for n in numbers():\n    print(n)",
        "[n async for n in numbers()]",
        "asyncio.get_running_loop() is task.get_loop()",
        "never = work(1)\ntry:\n    asyncio.run(never)\nfinally:\n    never.close()",
        "await work(1)\n1 / 0",
        "async with asyncio.timeout(0.05):\n    await asyncio.sleep(5)",
        "decimal.getcontext().prec = 5",
        "decimal.Decimal(1) / 3",
        "import numpy as np; old = np.seterr(divide='raise')",
        "np.float64(1) / 0",
        "name = contextvars.ContextVar('name', default='none'); name.set('set');",
        "name.get()",
        "ran = []\nasyncio.get_running_loop().call_soon(ran.append, 1);",
        "ran",
        "%autoawait False",
        "await asyncio.sleep(0)",
    ],
    "input": [
        "try:\n    input('name? ')\nexcept Exception as error:\n    print(type(error).__name__, error)",
        "import getpass\ntry:\n    getpass.getpass()\n"
        "except Exception as error:\n    print(type(error).__name__, error)",
        "import sys; 'zmq' in str(type(get_ipython())).lower()",
    ],
    "figures": [
        "import matplotlib.pyplot as plt, matplotlib",
        "plt.plot([1, 2, 3]); plt.title('$x^2$'); print('with a figure')",
        "plt.get_fignums(), matplotlib.get_backend()",
        "fig, axes = plt.subplots(1, 2)\naxes[0].bar([1, 2], [3, 4])",
        "fig",
        "plt.figure(figsize=(2, 1)); plt.figure(figsize=(1, 2));",
        "plt.plot([1]); plt.show(); print('after')",
        "display(fig); plt.close('all')",
        "%config InlineBackend.figure_format = 'svg'",
        "plt.plot([1, 2]); plt.rcParams['figure.dpi']",
        "%config InlineBackend.figure_formats = ['png', 'jpeg']",
        "plt.figure(facecolor='none', figsize=(1, 1)); plt.plot([1]);",
        "%matplotlib inline",
        "plt.plot([1]); 1 / 0",
        "%matplotlib agg",
    ],
}
_MACHINERY = re.compile(r"/(ipykernel|jupyter_client|grader/execution)/\w+\.py:")
_RANDOM_IN_SVG = re.compile(r"(?<=[#\"])[mpC]?[0-9a-f]{10,}|<dc:date>[^<]*")


@pytest.fixture(scope="module")
def warm() -> Iterator[Forking]:
    with Forking("shell", ("matplotlib.pyplot", "numpy.random", "grader.checks")) as way:
        yield way


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_outputs_are_those_of_a_kernel(name: str, warm: Forking, tmp_path: Path) -> None:
    cells = NOTEBOOKS[name]
    folders = tmp_path / "kernel", tmp_path / "shell"
    for folder in folders:
        folder.mkdir()
    expected = Plain().run(cells, folders[0]).outputs
    outputs = warm.run(cells, folders[1]).outputs
    for source, truth, kept in zip(cells, expected, outputs, strict=True):
        assert _fixed(kept) == _fixed(truth), source


def _fixed(outputs: list[dict[str, Any]]) -> list[str]:
    """The outputs as text, without an SVG picture's random ids, and without frames of kernel or shell in errors."""
    fixed = []
    for output in normal(outputs):
        if "traceback" in output:
            frames = [line for line in output["traceback"] if not _MACHINERY.search(_plain(line))]
            output["traceback"] = frames
        fixed.append(_RANDOM_IN_SVG.sub("", repr(output)))
    return fixed


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_siblings_of_a_fork_draw_other_random_numbers(warm: Forking, tmp_path: Path) -> None:
    cells = ["import numpy", "numpy.random.random()"]
    one, other = (warm.run(cells, tmp_path).outputs for _ in range(2))
    assert one[1] != other[1]
