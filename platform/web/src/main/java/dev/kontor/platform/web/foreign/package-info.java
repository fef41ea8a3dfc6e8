/** How requests of another API's clients are read, whose habits can't be changed: the one exception from strict input. */
package dev.kontor.platform.web.foreign;
