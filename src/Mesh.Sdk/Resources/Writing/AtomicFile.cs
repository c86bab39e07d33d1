using System.Buffers;
using System.Text;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>Writes files that are seen whole or not at all: a temporary file beside them takes their place in the end.</summary>
internal static class AtomicFile
{
    private const int ChunkSize = 128 * 1024;

    /// <summary>Writes pieces of text into a file.</summary>
    /// <param name="path">The file, which may exist.</param>
    /// <param name="isPrivate">Whether only the owner may read a new file.</param>
    /// <param name="pieces">Writes one piece after the other into the buffer.</param>
    /// <param name="buffer">What is written here goes into the file.</param>
    /// <param name="cancellationToken">Checked between pieces; a file that stood there is untouched then.</param>
    public static async Task WriteAsync(string path, bool isPrivate, IEnumerable<bool> pieces, ArrayBufferWriter<byte> buffer, CancellationToken cancellationToken)
    {
        string full = Path.GetFullPath(path);
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Path.GetRandomFileName()}");
        try
        {
            FileStream stream = new(temporary, Options(full, isPrivate));
            await using (stream.ConfigureAwait(false))
            {
                foreach (bool isLast in pieces)
                {
                    if (isLast || buffer.WrittenCount >= ChunkSize)
                    {
                        await stream.WriteAsync(buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
                        buffer.ResetWrittenCount();
                    }

                    cancellationToken.ThrowIfCancellationRequested();
                }
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Returns the file that a temporary one was to become; <see langword="null"/> if it is none.</summary>
    public static string? FileOfRemains(string temporary)
    {
        string name = Path.GetFileName(temporary);
        int length = name.Length - Path.GetRandomFileName().Length - 1;
        return length > 1 && name[0] == '.' && name[length] == '.' ? Path.Combine(Path.GetDirectoryName(temporary)!, name[1..length]) : null;
    }

    /// <summary>Writes a text into a file.</summary>
    public static Task WriteTextAsync(string path, string text)
    {
        ArrayBufferWriter<byte> buffer = new();
        buffer.Write(Encoding.UTF8.GetBytes(text));
        return WriteAsync(path, false, [true], buffer, CancellationToken.None);
    }

    private static FileStreamOptions Options(string path, bool isPrivate)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File.Exists(path) ? File.GetUnixFileMode(path)
                : isPrivate ? UnixFileMode.UserRead | UnixFileMode.UserWrite
                : null;
        }

        return options;
    }
}
