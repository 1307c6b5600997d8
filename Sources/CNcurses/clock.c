#define _GNU_SOURCE
#include <time.h>

#include "CNcurses.h"

static long long nanoseconds(clockid_t clock) {
  struct timespec now;
  if (clock_gettime(clock, &now) != 0) return 0;
  return (long long)now.tv_sec * 1000000000LL + now.tv_nsec;
}

long long ac_boottime_ns(void) { return nanoseconds(CLOCK_BOOTTIME); }

long long ac_wall_ms(void) { return nanoseconds(CLOCK_REALTIME) / 1000000; }

int ac_utc_offset_minutes(long long wall_ms) {
  // Rounded down, so that the millisecond before midnight on 1 January 1970 is the day before.
  long long seconds = wall_ms / 1000 - (wall_ms % 1000 < 0);
  time_t when = (time_t)seconds;
  struct tm local;
  tzset();
  if (localtime_r(&when, &local) == NULL) return 0;
  return (int)(local.tm_gmtoff / 60);
}
