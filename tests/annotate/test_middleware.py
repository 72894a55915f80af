"""What no text can hold is refused before any view."""

import pytest

from tests import make


@pytest.mark.parametrize("address", ["/claims/%00/", "/search/?q=a%00b", "/claims/?q=%00"])
def test_an_address_with_a_nul_is_a_bad_request(reader, address):
    assert make.browser(reader).get(address).status_code == 400
