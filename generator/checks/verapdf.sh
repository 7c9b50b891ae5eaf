#!/bin/sh
# Fetches veraPDF (GPL-3.0 or MPL-2.0), the validator of PDF/UA, into .cache/verapdf/, for "make verapdf".
exec sh "$(dirname "$0")/maven.sh" verapdf org.verapdf.apps cli 1.30.2
