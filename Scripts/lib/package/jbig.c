/* Stands in a wheel for libjbig, which libtiff links and nothing here calls: that library is under the GPL, the wheel is not.
   All pictures of its kind are refused. */

typedef unsigned long size;

void jbg_dec_init(void *state) { (void)state; }
int jbg_dec_in(void *state, unsigned char *data, size length, size *count) {
    (void)state, (void)data, (void)length;
    if (count) *count = 0;
    return 0x70; /* JBG_EIMPL: what is not implemented */
}
unsigned char *jbg_dec_getimage(const void *state, int plane) { return (void)state, (void)plane, (unsigned char *)0; }
size jbg_dec_getsize(const void *state) { return (void)state, 0; }
void jbg_dec_free(void *state) { (void)state; }
void jbg_newlen(unsigned char *data, size length) { (void)data, (void)length; }
const char *jbg_strerror(int code) { return (void)code, "JBIG is not supported"; }
void jbg_enc_init(void *state, size width, size height, int planes, unsigned char **rows, void *out, void *file) {
    (void)state, (void)width, (void)height, (void)planes, (void)rows, (void)out, (void)file;
}
void jbg_enc_out(void *state) { (void)state; }
void jbg_enc_free(void *state) { (void)state; }
