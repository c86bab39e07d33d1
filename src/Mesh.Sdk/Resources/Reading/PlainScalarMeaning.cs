namespace Mesh.Sdk.Resources.Reading;

/// <summary>What a plain scalar stands for.</summary>
internal enum PlainScalarMeaning
{
    /// <summary>A text.</summary>
    String,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c>.</summary>
    True,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>.inf</c> or <c>.nan</c>, which JSON and so Kubernetes can't hold.</summary>
    NotFinite,
}
