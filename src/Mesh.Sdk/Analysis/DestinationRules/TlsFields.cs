namespace Mesh.Sdk.Analysis.DestinationRules;

/// <summary>Names the field that contradicts another.</summary>
internal static class TlsFields
{
    /// <summary>Returns the first field that is set.</summary>
    public static string? FirstSet(params ReadOnlySpan<(string Name, bool IsSet)> fields)
    {
        foreach ((string name, bool isSet) in fields)
        {
            if (isSet)
            {
                return name;
            }
        }

        return null;
    }
}
