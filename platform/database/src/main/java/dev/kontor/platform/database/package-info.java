/** Sets of rows in and out by plain SQL, where an entity for each row would cost too much. */
package dev.kontor.platform.database;
