"""stub."""
def evaluate(folder: str) -> None:
    """stub"""
