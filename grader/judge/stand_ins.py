"""What stands in the judge for a function, an iterator or another object of the learner's: it acts by messages alone.

Which of the three it is, the reference solution has decided; each can do what is written here and nothing else. Nothing
of a stand-in comes from the learner's process but the answers to what is asked of it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, NoReturn, Protocol

from grader.execution.messages import BINARY, IN_PLACE, REFLECTED, UNARY
from grader.judge.plan import Opaque

_MOST_PATHS = 16
_MOST_PATH = 300
_LOCAL = ("_repr_", "_ipython_", "_ipy", "__")
"""Beginnings of names that libraries ask every object for: the learner's process is not bothered with them."""


@dataclass(eq=False)
class Known:
    """An object of the learner's that the judge knows.

    Attributes:
        number: by which the learner's process knows it.
        kind: what the judge takes it for.
        name: what it, or its type, is called there. A stranger's word.
        paths: the access paths by which it was reached (see `CheckPlan.opaque`).
        asker: asks the learner's process.
    """

    number: int
    kind: Opaque
    name: str
    paths: tuple[str, ...]
    asker: Asker

    def reached_by(self, paths: tuple[str, ...]) -> None:
        """Note further paths that lead here."""
        new = tuple(path for path in paths if path not in self.paths)
        self.paths = (self.paths + new)[:_MOST_PATHS]

    def below(self, step: str) -> tuple[str, ...]:
        """Return the paths one step further; steps down a chain (`.next.next`, `[][]`) count once."""
        collapses = step[0] in ".[" and not step.endswith("()")
        found = [
            path if collapses and path.endswith(step) else (path + step)[:_MOST_PATH]
            for path in self.paths
        ]
        return tuple(dict.fromkeys(found))


class Asker(Protocol):
    """What a stand-in needs of `grader.judge.remote.Remote`."""

    def operate(
        self,
        known: Known,
        operation: str,
        arguments: tuple[Any, ...] = (),
        keywords: dict[str, Any] | None = None,
        *,
        paths: tuple[str, ...],
    ) -> Any:
        """Do something with the object, and return what comes of it."""

    def exactly(
        self, known: Known, operation: str, kind: type, arguments: tuple[Any, ...] = ()
    ) -> Any:
        """Do something whose result Python wants to be of this very type."""


class RemoteFunction:
    """A function of the learner's. It can be called, and it is equal to itself alone."""

    __slots__ = ("__known", "__weakref__")
    __known: Known

    def __init__(self, known: Known) -> None:
        self.__known = known

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Call it."""
        known = self.__known
        return known.asker.operate(known, "__call__", arguments, keywords, paths=known.below("()"))

    @property
    def __name__(self) -> str:
        return self.__known.name

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return _documentation(self.__known)

    @property
    def __signature__(self) -> inspect.Signature:
        return _signature(self.__known)

    def __deepcopy__(self, _memo: object) -> RemoteFunction:
        return self

    def __copy__(self) -> RemoteFunction:
        return self

    def __repr__(self) -> str:
        return f"<function {self.__known.name}>"


class RemoteIterator:
    """An iterator or generator of the learner's. It gives its next value."""

    __slots__ = ("__known", "__weakref__")
    __known: Known

    def __init__(self, known: Known) -> None:
        self.__known = known

    def __iter__(self) -> RemoteIterator:
        return self

    def __next__(self) -> Any:
        known = self.__known
        return known.asker.operate(known, "__next__", paths=known.below(">"))

    def __repr__(self) -> str:
        return f"<iterator {self.__known.name}>"


class RemoteObject:
    """Another object of the learner's, such as a class or an instance of one. It is used as any object is."""

    __slots__ = ("__known", "__weakref__")
    __known: Known

    def __init__(self, known: Known) -> None:
        object.__setattr__(self, "_RemoteObject__known", known)

    def __getattr__(self, name: str) -> Any:
        if name.startswith(_LOCAL):
            raise AttributeError(f"expected an attribute of the answer's own, got {name}")
        known = self.__known
        return known.asker.operate(known, "__getattr__", (name,), paths=known.below(f".{name}"))

    def __setattr__(self, name: str, value: Any) -> None:
        known = self.__known
        known.asker.operate(known, "__setattr__", (name, value), paths=())

    def __delattr__(self, name: str) -> None:
        known = self.__known
        known.asker.operate(known, "__delattr__", (name,), paths=())

    def __call__(self, *arguments: Any, **keywords: Any) -> Any:
        """Call it."""
        known = self.__known
        return known.asker.operate(known, "__call__", arguments, keywords, paths=known.below("()"))

    @property
    def __name__(self) -> str:
        return self.__known.name

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return _documentation(self.__known)

    @property
    def __signature__(self) -> inspect.Signature:
        return _signature(self.__known)

    def __getitem__(self, key: Any) -> Any:
        known = self.__known
        return known.asker.operate(known, "__getitem__", (key,), paths=known.below("[]"))

    def __setitem__(self, key: Any, value: Any) -> None:
        known = self.__known
        known.asker.operate(known, "__setitem__", (key, value), paths=())

    def __delitem__(self, key: Any) -> None:
        known = self.__known
        known.asker.operate(known, "__delitem__", (key,), paths=())

    def __contains__(self, value: Any) -> bool:
        return self.__exactly("__contains__", bool, value)  # type: ignore[no-any-return]

    def __next__(self) -> Any:
        known = self.__known
        return known.asker.operate(known, "__next__", paths=known.below(">"))

    def __len__(self) -> int:
        return self.__exactly("__len__", int)  # type: ignore[no-any-return]

    def __bool__(self) -> bool:
        return self.__exactly("__bool__", bool)  # type: ignore[no-any-return]

    def __int__(self) -> int:
        return self.__exactly("__int__", int)  # type: ignore[no-any-return]

    def __index__(self) -> int:
        return self.__exactly("__index__", int)  # type: ignore[no-any-return]

    def __float__(self) -> float:
        return self.__exactly("__float__", float)  # type: ignore[no-any-return]

    def __complex__(self) -> complex:
        return self.__exactly("__complex__", complex)  # type: ignore[no-any-return]

    def __hash__(self) -> int:
        return self.__exactly("__hash__", int)  # type: ignore[no-any-return]

    def __str__(self) -> str:
        return self.__exactly("__str__", str)  # type: ignore[no-any-return]

    def __repr__(self) -> str:
        return self.__exactly("__repr__", str)  # type: ignore[no-any-return]

    def __format__(self, form: str) -> str:
        return self.__exactly("__format__", str, form)  # type: ignore[no-any-return]

    def __instancecheck__(self, value: object) -> bool:
        return self.__exactly("__instancecheck__", bool, value)  # type: ignore[no-any-return]

    def __enter__(self) -> Any:
        known = self.__known
        return known.asker.operate(known, "__enter__", paths=known.below(".__enter__()"))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        name = None if kind is None else kind.__name__
        return self.__exactly("__exit__", bool, name, str(error))  # type: ignore[no-any-return]

    def __await__(self) -> Generator[None, None, Any]:
        known = self.__known
        yield from ()  # makes this a generator: an awaitable that never has to wait
        result: Any = known.asker.operate(known, "__await__", paths=known.below(".__await__()"))
        return result

    def __copy__(self) -> Any:
        known = self.__known
        return known.asker.operate(known, "__copy__", paths=known.paths)

    def __deepcopy__(self, _memo: object) -> Any:
        known = self.__known
        return known.asker.operate(known, "__deepcopy__", paths=known.paths)

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("an object of the answer's cannot be pickled")

    def __exactly(self, operation: str, kind: type, *arguments: Any) -> Any:
        known = self.__known
        return known.asker.exactly(known, operation, kind, arguments)


StandIn = RemoteFunction | RemoteIterator | RemoteObject

KINDS: dict[Opaque, type[RemoteFunction] | type[RemoteIterator] | type[RemoteObject]] = {
    Opaque.FUNCTION: RemoteFunction,
    Opaque.ITERATOR: RemoteIterator,
    Opaque.OBJECT: RemoteObject,
}


def known_of(value: object) -> Known | None:
    """Return what a stand-in stands for; None for any other value."""
    kind = type(value)
    if kind not in KINDS.values():
        return None
    known: Known = object.__getattribute__(value, f"_{kind.__name__}__known")
    return known


def _documentation(known: Known) -> str | None:
    text = known.asker.operate(known, "__doc__", paths=())
    return text if type(text) is str else None


def _signature(known: Known) -> inspect.Signature:
    """Return the parameters; a default is its text in the learner's process.

    Raises:
        AttributeError: it has no signature.
    """
    told = known.asker.exactly(known, "__signature__", list)
    try:
        parameters = [
            inspect.Parameter(
                name,
                [*inspect._ParameterKind][kind],
                default=default if has_default else inspect.Parameter.empty,
            )
            for name, kind, has_default, default in told
        ]
        return inspect.Signature(parameters)
    except (ValueError, TypeError, IndexError) as error:
        raise AttributeError("__signature__") from error


def _operator(name: str) -> Callable[..., Any]:
    def operate(self: RemoteObject, *arguments: Any) -> Any:
        known: Known = object.__getattribute__(self, "_RemoteObject__known")
        return known.asker.operate(known, name, arguments, paths=known.below(f".{name}()"))

    operate.__name__ = operate.__qualname__ = name
    return operate


for _name in (*BINARY, *REFLECTED, *IN_PLACE, *UNARY):
    setattr(RemoteObject, _name, _operator(_name))
