// Lets the n-th writing system call below a folder fail. Loaded with LD_PRELOAD; FAULT_ROOT is the folder, FAULT_CONTROL a file
// that the program under test writes its orders to (`struct control`, shared memory).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { mode_off, mode_eio, mode_enospc, mode_short, mode_eio_from_then_on };

static struct control {
  int32_t mode;
  int32_t nth;   // counts from 1
  int32_t count; // calls since it was armed
  int32_t fired;
} *control;

static const char *root;
static int shortened = -1; // the file whose next write is to fail, after one that was cut short

__attribute__((constructor)) static void begin(void) {
  root = getenv("FAULT_ROOT");
  const char *path = getenv("FAULT_CONTROL");
  int file = path == NULL || root == NULL ? -1 : open(path, O_RDWR);
  if (file < 0) return;
  void *memory = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (memory != MAP_FAILED) control = memory;
}

static int is_below(const char *path) {
  return path != NULL && strncmp(path, root, strlen(root)) == 0;
}

static int is_file_below(int file) {
  char link[32], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

static int is_armed(void) { return control != NULL && control->mode != mode_off; }

// Counts a call; answers the error it is to fail with, or 0.
static int fault(void) {
  int number = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  int is_due = control->mode == mode_eio_from_then_on ? number >= control->nth : number == control->nth;
  if (!is_due) return 0;
  control->fired = 1;
  return control->mode == mode_enospc || control->mode == mode_short ? ENOSPC : EIO;
}

static int fails(int error) {
  errno = error;
  return -1;
}

#define ORIGINAL(name) \
  static __typeof__(&name) original; \
  if (original == NULL) original = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define ON_FILE(name, parameters, arguments) \
  int name parameters { \
    ORIGINAL(name); \
    int error = is_armed() && is_file_below(file) ? fault() : 0; \
    return error != 0 ? fails(error) : original arguments; \
  }

#define ON_PATH(name, parameters, arguments) \
  int name parameters { \
    ORIGINAL(name); \
    int error = is_armed() && is_below(path) ? fault() : 0; \
    return error != 0 ? fails(error) : original arguments; \
  }

// A write that is to fail may first write half of what it was given, as on a disk that fills up.
#define ON_WRITE(name, parameters, arguments, half) \
  ssize_t name parameters { \
    ORIGINAL(name); \
    if (!is_armed() || !is_file_below(file)) return original arguments; \
    if (control->count == 0) shortened = -1; /* of an earlier save: its file was closed, its number may be another's */ \
    if (file == shortened) { \
      shortened = -1; \
      return fails(ENOSPC); \
    } \
    int error = fault(); \
    if (error == 0) return original arguments; \
    if (control->mode != mode_short || size < 2) return fails(error); \
    shortened = file; \
    return original half; \
  }

ON_WRITE(write, (int file, const void *data, size_t size), (file, data, size), (file, data, size / 2))
ON_WRITE(pwrite, (int file, const void *data, size_t size, off_t at), (file, data, size, at),
         (file, data, size / 2, at))
ON_WRITE(pwrite64, (int file, const void *data, size_t size, off64_t at), (file, data, size, at),
         (file, data, size / 2, at))
ON_WRITE(writev, (int file, const struct iovec *data, int size), (file, data, size), (file, data, size / 2))
ON_FILE(fsync, (int file), (file))
ON_FILE(fdatasync, (int file), (file))
ON_FILE(ftruncate, (int file, off_t size), (file, size))
ON_FILE(ftruncate64, (int file, off64_t size), (file, size))
ON_PATH(rename, (const char *path, const char *to), (path, to))
ON_PATH(link, (const char *path, const char *to), (path, to))
ON_PATH(unlink, (const char *path), (path))
ON_PATH(rmdir, (const char *path), (path))
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode))

#define ON_OPEN(name) \
  int name(const char *path, int flags, ...) { \
    ORIGINAL(name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; \
    va_end(rest); \
    int is_writing = (flags & (O_WRONLY | O_RDWR | O_CREAT)) != 0; \
    int error = is_writing && is_armed() && is_below(path) ? fault() : 0; \
    return error != 0 ? fails(error) : original(path, flags, mode); \
  }

ON_OPEN(open)
ON_OPEN(open64)
