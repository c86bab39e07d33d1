using System.Globalization;
using Mesh.Sdk.Resources.Reading;

namespace Mesh.Sdk.Resources.Writing;

/// <summary>Keeps anything but numbers from being written as one.</summary>
internal static class JsonNumbers
{
    /// <summary>Refuses what is no JSON number, or one that Kubernetes can't hold.</summary>
    public static void Check(string jsonNumber)
    {
        ArgumentNullException.ThrowIfNull(jsonNumber);
        if (!YamlNumber.IsJson(jsonNumber) || !double.IsFinite(double.Parse(jsonNumber, CultureInfo.InvariantCulture)))
        {
            throw new ArgumentException("This is not a JSON number, or too large for one of 64 bits.", nameof(jsonNumber));
        }
    }
}
