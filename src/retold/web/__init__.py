"""The browser's and the API's door: routes and templates. Everything it answers comes from below.

Starlette and uvicorn come with `pip install 'retold[web]'`.
"""
