using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>
/// Copies text that is printable ASCII without colon and number sign, nearly all there is in manifests, and checks that it is so
/// in the same pass.
/// </summary>
internal static class PlainAscii
{
    private const ushort First = ' ';
    private const ushort Range = '~' - ' ';

    /// <summary>Copies a text; if the result is false, it must be analysed, and what was copied means nothing.</summary>
    public static bool TryCopy(ReadOnlySpan<char> text, Span<byte> destination)
    {
        if (destination.Length < text.Length)
        {
            return false;
        }

        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte target = ref MemoryMarshal.GetReference(destination);
        return text.Length >= Vector128<ushort>.Count
            ? TryCopyVectors(ref source, ref target, text.Length)
            : TryCopyEach(text, destination);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryCopyVectors(ref ushort source, ref byte target, int length)
    {
        int last = length - Vector128<ushort>.Count;
        Vector128<ushort> unusual = Vector128<ushort>.Zero;
        for (int i = 0; i < last; i += Vector128<ushort>.Count)
        {
            unusual |= Copy(ref source, ref target, i);
        }

        // The last part may overlap the one before.
        unusual |= Copy(ref source, ref target, last);
        return unusual == Vector128<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Copy(ref ushort source, ref byte target, int at)
    {
        Vector128<ushort> part = Vector128.LoadUnsafe(ref source, (nuint)at);
        Vector128.Narrow(part, part).GetLower().StoreUnsafe(ref target, (nuint)at);
        return Vector128.GreaterThan(part - Vector128.Create(First), Vector128.Create(Range))
            | Vector128.Equals(part, Vector128.Create((ushort)':'))
            | Vector128.Equals(part, Vector128.Create((ushort)'#'));
    }

    private static bool TryCopyEach(ReadOnlySpan<char> text, Span<byte> destination)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if ((uint)(c - First) > Range || c is ':' or '#')
            {
                return false;
            }

            destination[i] = (byte)c;
        }

        return true;
    }
}
