"""Small parts that pages and editors are put together from; they know nothing of the desk."""
