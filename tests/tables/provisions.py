"""The provisions of a county, as the tables have them."""


def provisions_of(county):
    contents = county.holdings.contents
    return [*county.holdings.record.standing, *(each for content in contents for each in content.provisions)]
