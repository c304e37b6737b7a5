"""What a model tells is held against the text: what stands there becomes claims, all else is kept out with a reason."""

from foedus.careful.proof.proving import prove

__all__ = ["prove"]
