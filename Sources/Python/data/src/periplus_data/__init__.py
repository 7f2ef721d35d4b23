"""The data of periplus; the program reads them from the folder `share` beside this file."""
