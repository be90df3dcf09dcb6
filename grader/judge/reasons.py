"""Says in words why a check cell cannot be judged from outside, and what its author can do about it.

The judge's error is the evidence; the cell's text tells which of the known causes it is.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator

from grader.judge.job import Decision
from grader.judge.scopes import cell_tree

Reason = tuple[str, str]
"""A sentence that says why, and one that says what to do."""

FAILS_ITSELF: Reason = (
    "the reference solution does not pass its own check",
    "correct the solution or the check",
)

_COMPARE = "compare what the learner's functions return, and values that are data"
_ONE_WORD = {
    "globals": "looks into the notebook's namespace",
    "locals": "looks into the notebook's namespace",
    "vars": "looks into the notebook's namespace",
    "dir": "looks into the notebook's namespace",
    "get_ipython": "uses the shell that runs the learner's code",
}
_INSPECT = {
    "getsource": "reads the source of a learner's function",
    "getsourcelines": "reads the source of a learner's function",
    "findsource": "reads the source of a learner's function",
    "signature": "reads the signature of a learner's function",
    "getfullargspec": "reads the signature of a learner's function",
    "get_type_hints": "reads the annotations of a learner's function",
    "dis": "disassembles a learner's function",
    "Bytecode": "disassembles a learner's function",
}
_CAPTURES = {"redirect_stdout", "redirect_stderr", "capture_output", "capsys"}
_PLOTTERS = {"plt", "pyplot", "matplotlib", "pylab"}
_PLOTS = {"gca", "gcf", "get_axes", "get_fignums", "figure", "axes"}


def reason_of(text: str, remote: Collection[str], decision: Decision) -> Reason:
    """Return why a check that the reference solution passes in a plain kernel fails in the judge.

    Args:
        text: the check cell, hidden tests included.
        remote: names of it that the learner defines.
        decision: the judge's, of the reference solution.
    """
    tree = cell_tree(text)
    found = next(_causes(tree, remote), None) if tree else None
    return found or _told(decision)


def helper_reason(helpers: Collection[str]) -> Reason:
    """Return why a check fails whose definitions stand in checks that are not protected."""
    named = ", ".join(f"`{name}`" for name in sorted(helpers))
    return (
        f"uses what {named} defines, which is not protected itself",
        "define it in a locked cell before the checks",
    )


def unknown_reason(names: Collection[str]) -> Reason:
    """Return why a check is not protected that uses names of which no text says whose they are."""
    named = ", ".join(f"`{name}`" for name in sorted(names))
    return (
        f"uses {named}, and no cell before it shows whose that is (a magic such as %run, or exec, defines it)",
        "define it in a locked cell, or import it from a module",
    )


def different_credit(plain: float, judged: float) -> Reason:
    """Return why a check is not protected that gives other points in the judge."""
    return (
        f"the reference solution gets {plain:g} points in a plain kernel and {judged:g} in the judge",
        f"let its points depend on nothing but the learner's names: {_COMPARE}",
    )


def _causes(tree: ast.Module, remote: Collection[str]) -> Iterator[Reason]:
    """Yield the known causes that a check's text shows, the surest first."""
    yield from _inspections(tree, remote)
    yield from _rebindings(tree, remote)
    yield from _patches(tree)
    yield from _printed(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in _PLOTS and _root(node) in _PLOTTERS:
            yield (
                f"inspects a plot (matplotlib figure) of the learner's process: `{ast.unparse(node)}`",
                "let the learner's function return the figure's numbers, and compare those",
            )
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            name = node.func.id
            if name in _ONE_WORD:
                yield f"{_ONE_WORD[name]} ({name}())", f"name what is compared: {_COMPARE}"
            if name in {"isinstance", "issubclass"} and len(node.args) == 2:
                classes = {one.id for one in ast.walk(node.args[1]) if isinstance(one, ast.Name)}
                for one in sorted(classes & set(remote)):
                    yield (
                        f"compares a type with the learner's class `{one}`",
                        "compare what its methods return",
                    )


def _inspections(tree: ast.Module, remote: Collection[str]) -> Iterator[Reason]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and any(_root(one) in remote for one in node.args):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else _root(node.func)
            if name in _INSPECT:
                yield f"{_INSPECT[name]} ({ast.unparse(node.func)})", _COMPARE
        if isinstance(node, ast.Attribute) and node.attr.startswith("__"):
            root = _root(node)
            if root in remote:
                yield f"uses `{ast.unparse(node)}`, which is not data", _COMPARE


def _rebindings(tree: ast.Module, remote: Collection[str]) -> Iterator[Reason]:
    """Yield where a check deletes or replaces what the learner's code looks up in its own process."""
    advice = "give the function what it shall use as an argument, or compare what it returns"
    for node in ast.walk(tree):
        name = node.id if isinstance(node, ast.Name) else getattr(node, "name", None)
        if name not in remote:
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
            yield f"removes the learner's name `{name}`", advice
        if isinstance(node, ast.FunctionDef | ast.ClassDef) or (
            isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        ):
            yield f"replaces the learner's name `{name}`", advice


def _patches(tree: ast.Module) -> Iterator[Reason]:
    """Yield where a check changes a module, in the hope that the learner's code will see it."""
    advice = "give the function what it shall use as an argument"
    modules = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and "patch" in ast.unparse(node.func).split("."):
            yield f"replaces something in the learner's process ({ast.unparse(node.func)})", advice
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            root = _root(node)
            if root in modules or root == "builtins":
                yield f"replaces `{ast.unparse(node)}` in the learner's process", advice


def _printed(tree: ast.Module) -> Iterator[Reason]:
    """Yield where a check looks at what was printed."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute):
            name = node.attr if isinstance(node, ast.Attribute) else node.id
            if name in _CAPTURES or ast.unparse(node) == "sys.stdout":
                yield (
                    f"reads what the learner's code prints ({ast.unparse(node)})",
                    "let the function return the text, and compare that",
                )


def _root(node: ast.expr) -> str:
    """Return the name at the beginning of `a.b().c[0]`; empty if there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _told(decision: Decision) -> Reason:
    """Return what the judge said, where the text shows no known cause."""
    errors = [one for one in decision.outputs if one.get("output_type") == "error"]
    if errors:
        ename, evalue = str(errors[-1].get("ename")), str(errors[-1].get("evalue"))
        said = f"{ename}: {evalue}" if evalue else ename
    else:
        facts = ", ".join(f"{name}={value}" for name, value in decision.parameters.items())
        said = f"{decision.code} ({facts})" if facts else decision.code
    return f"fails in the judge: {' '.join(said.split())[:300]}", _COMPARE
