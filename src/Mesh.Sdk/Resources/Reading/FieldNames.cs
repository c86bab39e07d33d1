namespace Mesh.Sdk.Resources.Reading;

/// <summary>
/// Gives the same string for the same field name, so that names are not allocated for each field. Bounded: a newer name
/// takes the place of an older one.
/// </summary>
internal sealed class FieldNames
{
    private const int SlotBits = 10;
    private const int MaxLength = 64;

    private readonly string?[] _slots = new string?[1 << SlotBits];

    public string Get(ReadOnlySpan<char> name)
    {
        int length = name.Length;
        if (length is 0 or > MaxLength)
        {
            return name.ToString();
        }

        uint hash = (((((uint)length * 31) + name[0]) * 31) + name[length / 2]) * 31;
        hash = (((hash + name[length - 1]) * 31) + name[length / 3]) * 0x9E3779B1;
        ref string? slot = ref _slots[hash >> (32 - SlotBits)];
        if (slot is null || !name.SequenceEqual(slot))
        {
            slot = name.ToString();
        }

        return slot;
    }
}
