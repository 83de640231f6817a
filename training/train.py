"""Learn the weights of the signals from labelled articles, and say how well they do.

    python -m training.train --labels FOLDER… [--apart FOLDER…] [--write]

Each folder holds articles (`NAME.md`) with their labels (`NAME.json`); those behind `--apart` are only
measured. Three kinds of figures come out: on the articles learnt from; cross-validated, where each article is
drawn with weights that were learnt without it or without its whole repository; on the articles kept apart.
"""

import argparse
from collections.abc import Callable, Hashable, Sequence
from pathlib import Path

from byline.checklists.scorer import WeightTable
from training.fitting import BIAS, Example, fit
from training.labelled import LabelledArticle, read_labelled
from training.measuring import measure
from training.weights_file import read_expected, write_weights

_FOLDS = 10
_PULL = 1.5


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--labels", type=Path, nargs="+", required=True, metavar="FOLDER")
    parser.add_argument("--apart", type=Path, nargs="+", default=[], metavar="FOLDER")
    parser.add_argument("--pull", type=float, default=_PULL, help="how strongly weights stay where they were")
    parser.add_argument("--write", action="store_true", help="write the weights into the package's data file")
    options = parser.parse_args()
    articles, apart = list(read_labelled(options.labels)), list(read_labelled(options.apart))
    before, after = read_expected(), learn(articles, options.pull)
    print(f"{len(articles)} articles to learn from, {len(apart)} kept apart")
    for name, table in (("expected weights", before), ("trained on", after)):
        print(f"{name}: {measure((article, table) for article in articles)}")
    by_article = cross_validated(articles, options.pull, key=lambda article: article.name, folds=_FOLDS)
    by_repository = cross_validated(articles, options.pull, key=lambda article: article.repository)
    print(f"cross-validated over articles: {measure(by_article)}")
    print(f"cross-validated over repositories: {measure(by_repository)}")
    if apart:
        print(f"kept apart, expected weights: {measure((article, before) for article in apart)}")
        print(f"kept apart: {measure((article, after) for article in apart)}")
    if options.write:
        write_weights(after)


def learn(articles: Sequence[LabelledArticle], pull: float) -> WeightTable:
    """Return the weights that explain these articles, near those that people expect."""
    expected = read_expected()
    prior = {**expected.weights, BIAS: expected.bias}
    examples = [
        Example(expected.weighed(entry.signals), is_tip)
        for article in articles
        for entry, is_tip in zip(article.sentences, article.is_tip, strict=True)
        if is_tip is not None
    ]
    found = fit(examples, prior, pull)
    return WeightTable.of(found.pop(BIAS), found)


def cross_validated(
    articles: Sequence[LabelledArticle],
    pull: float,
    *,
    key: Callable[[LabelledArticle], Hashable],
    folds: int | None = None,
) -> list[tuple[LabelledArticle, WeightTable]]:
    """Return each article with weights learnt without its fold; every key is a fold unless `folds` says."""
    keys = sorted({key(article) for article in articles}, key=str)
    fold_of = {name: place % (folds or len(keys)) for place, name in enumerate(keys)}
    tables = {
        fold: learn([article for article in articles if fold_of[key(article)] != fold], pull)
        for fold in set(fold_of.values())
    }
    return [(article, tables[fold_of[key(article)]]) for article in articles]


if __name__ == "__main__":
    main()
