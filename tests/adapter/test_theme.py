"""The files of the theme that MkDocs copies are found without a look at Material's thousands of icons."""

from jinja2 import FileSystemLoader
from mkdocs.config.defaults import MkDocsConfig

from byline.adapter.theme import add_theme
from byline.settings import Settings


def test_all_files_are_listed_that_stand_in_no_hidden_folder(tmp_path):
    for name in ("a.css", "b/.c/d.svg", "b/e.js", ".f/g.svg", ".h"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    (tmp_path / "docs").mkdir()
    config.load_dict({"site_name": "Site", "theme": {"name": "material", "custom_dir": str(tmp_path)}})
    config.validate()
    add_theme(config, Settings())
    listed = config.theme.get_env().list_templates()
    everything = FileSystemLoader(config.theme.dirs).list_templates()
    assert listed == [name for name in everything if "/." not in f"/{name.rpartition('/')[0]}"]
    assert {"a.css", "b/e.js", ".h"} <= {*listed}
