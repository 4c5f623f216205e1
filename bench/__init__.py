"""Quality and speed of this help desk's matcher, beside other methods in the same run."""
