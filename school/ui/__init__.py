"""What people see: the only place, with the pages, that knows Streamlit. No rules and no SQL."""
