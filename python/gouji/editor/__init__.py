"""The editor: a page that draws (built from ``python/frontend``) and the host that checks what is typed in it."""
