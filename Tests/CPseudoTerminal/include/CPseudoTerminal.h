int pt_placeholder(void);
