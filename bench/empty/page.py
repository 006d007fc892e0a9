"""The floor: what Streamlit itself costs."""

import streamlit as st

st.write("hallo")
