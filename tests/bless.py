"""python -m tests.bless: accept what the tests' expectations have become; read the difference before committing it."""

from tests import everything_wrong
from tests.schemas import golden as schemas
from tests.site import golden as site

if __name__ == "__main__":
    everything_wrong.bless()
    schemas.bless()
    site.bless()
