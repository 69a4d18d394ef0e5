"""Pages that change one thing: a form whose fields say beside themselves what is wrong with them."""
