namespace Mesh.Sdk.Kafka.Replication.Filters;

/// <summary>Texts as Java takes them.</summary>
internal static class JavaText
{
    /// <summary>Takes away what Java's <c>trim</c> does: blanks and control characters at both ends.</summary>
    public static string Trim(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && text[start] <= ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] <= ' ')
        {
            end--;
        }

        return text[start..end];
    }
}
