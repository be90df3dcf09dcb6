# attack: The shell's run_cell is replaced
# tries: The kernel asks the shell's methods to run a cell. Replaced, they report success and run nothing.
# honest: 0

# %% answer="number"
from IPython.core.interactiveshell import ExecutionInfo, ExecutionResult, InteractiveShell


def success(self, raw_cell="", *arguments, **named):
    return ExecutionResult(ExecutionInfo(raw_cell, False, False, True, ""))


async def success_later(self, raw_cell="", *arguments, **named):
    return success(self, raw_cell)


for kind in type(get_ipython()).__mro__:
    if issubclass(kind, InteractiveShell):
        kind.run_cell = success
        kind.run_cell_async = success_later
        kind.run_code = success_later
        kind.run_ast_nodes = success_later
