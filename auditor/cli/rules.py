"""stub."""
import typer
rules = typer.Typer()
@rules.command()
def show() -> None: ...
@rules.command()
def show2() -> None: ...
