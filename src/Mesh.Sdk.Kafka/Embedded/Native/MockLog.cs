using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Mesh.Sdk.Kafka.Embedded.Native;

/// <summary>What mock brokers say while they work, for whoever listens to their owner.</summary>
internal static unsafe class MockLog
{
    private static readonly ConcurrentDictionary<nint, Action<string>> Listeners = [];

    // Marks the two lines that tell of groups among the many of requests.
    private static ReadOnlySpan<byte> Mark => " group "u8;

    public static delegate* unmanaged<nint, int, byte*, byte*, void> Callback => &Write;

    public static void Listen(nint owner, Action<string> listener) => Listeners[owner] = listener;

    public static void Forget(nint owner) => Listeners.TryRemove(owner, out _);

    [UnmanagedCallersOnly]
    private static void Write(nint owner, int level, byte* facility, byte* text)
    {
        ReadOnlySpan<byte> line = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text);
        if (line.IndexOf(Mark) >= 0 && Listeners.TryGetValue(owner, out Action<string>? listener))
        {
            listener(System.Text.Encoding.UTF8.GetString(line));
        }
    }
}
