"""Everything the server answers besides Streamlit's own: plain pages, headers, compression. Nothing here draws a widget."""
