"""Small parts that pages and editors are put together from; they know Qt, the theme and nothing of the desk."""
