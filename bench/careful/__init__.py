"""The careful reader measured: what a model is asked, what its answers are worth, what proof catches and loses."""
