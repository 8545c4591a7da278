"""
Foreign formats, each both ways: dicts or bytes in, values of the model out, and back.

Nothing here opens a file or a connection. What a format says and claimtrack cannot keep is refused
with its path, and so is what claimtrack holds and the format cannot say.
"""
