"""How the demo's pictures are drawn: a canvas of cut paper, shapes, and the scenes made of them."""
