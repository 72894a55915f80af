"""Addresses in lists that may be long; elsewhere `url` does."""

from django.template import Library

from annotate.web.addresses import address

register = Library()
register.simple_tag(address)
