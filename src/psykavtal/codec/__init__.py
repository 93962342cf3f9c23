"""Objects as JSON values and back; `kind` is the one discriminator.

Written by hand and not with cattrs, since it is on the path of every load, and cattrs' import
costs more than all that is read here. County files, where strictness and reports
matter more than speed, are read with cattrs.
"""
