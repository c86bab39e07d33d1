using System.Globalization;

namespace Mesh.Sdk.Kafka.Replication;

/// <summary>A partition of a topic.</summary>
/// <param name="Topic">Topic.</param>
/// <param name="Partition">Partition, from 0.</param>
public readonly record struct TopicPartition(string Topic, int Partition)
{
    /// <summary>Reads <c>topic-partition</c>; the last dash parts both.</summary>
    /// <exception cref="FormatException">There is no dash, or no number behind it.</exception>
    public static TopicPartition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int dash = text.LastIndexOf('-');
        return dash >= 0 && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int partition)
            ? new(text[..dash], partition)
            : throw new FormatException($"'{text}' is not a topic and a partition, such as orders-0.");
    }

    /// <summary>Returns <c>topic-partition</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Topic}-{Partition}");
}
