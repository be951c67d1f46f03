/** Said of a message whose reading ran out of memory. */
export const tooMuch = 'Reading it takes more memory than Restante allows for one message.';
