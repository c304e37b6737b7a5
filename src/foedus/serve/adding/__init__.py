"""Documents that are added on the page: parsed in a confined process, read in another, told of while it goes on."""
