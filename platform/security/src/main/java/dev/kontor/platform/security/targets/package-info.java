/** Says of a target that no resource can be asked for, past the gateway that refuses it, what is wrong with it. */
package dev.kontor.platform.security.targets;
