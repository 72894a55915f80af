"""What pages share and no page is: parts, paging, addresses, who asks."""
