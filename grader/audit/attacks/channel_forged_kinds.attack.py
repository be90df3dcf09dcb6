# attack: Stand-ins where data are expected
# tries: Every value is answered as a reference: to an object, a function or an iterator of the learner's, or to one of the
#     judge's own by number or by the name of a library function.
# honest: 0

# %% cell
import itertools
import sys

messages = sys.modules["grader.execution.messages"]
wire = sys.modules["grader.execution.wire"]
really = messages.write
references = itertools.cycle(
    wire.Reference(number, kind, name, mine)
    for number in range(12)
    for kind in ("object", "function", "iterator")
    for name in ("builtins:abs", "os:_exit")
    for mine in (False, True)
)


def write(message):
    if type(message).__name__ in {"Value", "Raised", "Missing"}:
        data = wire.pack(object(), stand_in=lambda _: next(references))
        message = messages.Value(message.number, data)
    return really(message)


messages.write = write
