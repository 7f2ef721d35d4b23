// SwiftPM wants a file; the functions of periplus.h are written in Swift, in PeriplusC.
