namespace Mesh.Sdk.Resources.Reading;

/// <summary>Reads a text that stands in a resource, within the bounds of every text.</summary>
internal static class UntypedText
{
    /// <summary>Returns the first document; <see langword="null"/> if there is none, or it is malformed or passes a bound.</summary>
    public static UntypedValue? Read(string text)
    {
        try
        {
            ManifestBytes.CheckSize(text, "", ReadLimits.Default);
            ManifestScanner documents = new(text, "", ReadLimits.Default);
            return documents.MoveNext() && !documents.Document.IsEmpty ? new ResourceNode(documents.Document, 0).ReadUntyped() : null;
        }
        catch (ReadLimitException)
        {
            return null;
        }
    }
}
