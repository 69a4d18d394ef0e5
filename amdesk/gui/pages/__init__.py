"""What the side bar and a click on a row lead to: a page shows, and asks for another place by its signal."""
